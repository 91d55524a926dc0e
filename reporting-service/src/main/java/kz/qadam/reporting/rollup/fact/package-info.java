/**
 * Facts: the states that events give, each the whole state of its subject at one version. They are also the rows of
 * the tables that {@code projection} writes, and use no other package.
 */
package kz.qadam.reporting.rollup.fact;
