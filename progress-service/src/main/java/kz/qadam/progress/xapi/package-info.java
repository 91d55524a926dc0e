/**
 * Takes in the statements (xAPI) of learning platforms, and makes completions of those that say that a whole course is
 * done: by the profiles of the platforms, and by the links of their accounts to learners. It uses {@code completion}, which
 * records, and the packages that keep enrolments, the catalogue and blocked learners.
 */
package kz.qadam.progress.xapi;
