package vn.motcua.catalogue;

/** A record that was not taken over. {@code line} is the line or record number in the file, from 1. */
record RefusedRecord(int line, String code, String reason) {}
