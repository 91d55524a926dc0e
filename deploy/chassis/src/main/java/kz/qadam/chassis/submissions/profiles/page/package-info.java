/**
 * Pages on which people say what the columns of their own table are, see what becomes of its first rows, and save this as a
 * profile. The table comes with each form and is kept nowhere.
 */
package kz.qadam.chassis.submissions.profiles.page;
