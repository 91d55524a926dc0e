/**
 * Arithmetic of plans: how many should be trained by the end of a day, and how that compares with how many are. It uses no
 * other package.
 */
package kz.qadam.reporting.plan;
