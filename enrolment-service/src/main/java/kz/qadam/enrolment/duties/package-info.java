/**
 * The page that names the duties of the office towards the people whose data it has. It may use the pages and languages
 * of the chassis and the list of attributes of {@code enrolments}, and reads no data.
 */
package kz.qadam.enrolment.duties;
