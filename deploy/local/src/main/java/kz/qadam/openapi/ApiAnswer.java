package kz.qadam.openapi;

import java.util.List;

/** An answer of an operation, with its media types in the order of the document. */
public record ApiAnswer(String description, List<String> mediaTypes) {}
