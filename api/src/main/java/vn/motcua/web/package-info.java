/**
 * What happens to every request before and after its feature: limits, sound text, problems of sign-in, headers. No rules of
 * the domain live here.
 */
package vn.motcua.web;
