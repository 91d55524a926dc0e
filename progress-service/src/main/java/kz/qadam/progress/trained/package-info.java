/**
 * The counting rule that decides whether a learner is trained, and the requirements that it uses. It uses neither the
 * database nor another package.
 */
package kz.qadam.progress.trained;
