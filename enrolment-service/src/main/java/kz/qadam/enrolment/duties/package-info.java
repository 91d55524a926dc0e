/**
 * The page that names the duties of the office towards the people whose data it has. It may use the pages and languages
 * of the chassis, the list of attributes of {@code enrolments} and that of details of {@code completions}, and reads no
 * data.
 */
package kz.qadam.enrolment.duties;
