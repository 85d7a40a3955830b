package vn.motcua.dossier;

/** What the applicant has to do now. */
record ActionRequired(String text, String componentRef) {}
