/** Files that people attach: what they really are, cleaned of what tells about people, scanned, and kept by reference. */
package vn.motcua.feedback.file;
