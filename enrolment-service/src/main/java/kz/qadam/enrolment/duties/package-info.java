/**
 * The page that names the duties of the office towards the people whose data it has. It may use the pages and languages
 * of the chassis, and reads no data.
 */
package kz.qadam.enrolment.duties;
