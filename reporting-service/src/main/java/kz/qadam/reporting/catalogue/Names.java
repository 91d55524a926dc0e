package kz.qadam.reporting.catalogue;

/** A name in Kazakh, Russian and English. */
public record Names(String kk, String ru, String en) {}
