package kz.qadam.demo;

/** A name in the languages of the programme. */
record LocalizedName(String kk, String ru, String en) {}
