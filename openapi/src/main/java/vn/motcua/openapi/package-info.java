/**
 * The words that every module shares: problems, languages, codes, pages, and who is calling. Nothing here knows a feature.
 */
package vn.motcua.openapi;
