/**
 * Facts: what the events state, each the whole state of its subject at one version. They know nothing but the language, and
 * are also the rows of the tables that {@code projection} writes.
 */
package kz.qadam.reporting.fact;
