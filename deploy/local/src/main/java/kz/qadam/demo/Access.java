package kz.qadam.demo;

import java.net.URI;

/**
 * The addresses of a suite's services, and two tokens for them.
 *
 * @param office a token of the programme office, which keeps the catalogue and may act for any institution
 * @param auditor a token of an auditor, who reads everything exactly
 */
public record Access(URI enrolment, URI progress, URI reporting, String office, String auditor) {}
