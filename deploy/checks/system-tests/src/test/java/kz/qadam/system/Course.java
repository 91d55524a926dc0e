package kz.qadam.system;

/** A course of the catalogue. */
record Course(String code, int hours) {}
