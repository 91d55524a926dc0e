/**
 * Saved profiles, by which tables of other systems are read as they are. It knows no concrete submission.
 */
package kz.qadam.chassis.submissions.profiles;
