package kz.qadam.demo;

/** A name in the languages of the programme. */
record Names(String kk, String ru, String en) {}
