/**
 * What institutions submit, from single items to files of a million rows. It may use all other rooms, and knows no concrete
 * submission.
 */
package kz.qadam.chassis.submissions;
