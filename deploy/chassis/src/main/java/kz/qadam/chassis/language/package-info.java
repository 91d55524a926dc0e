/**
 * Messages for people in Kazakh, Russian and English, read from the message files. The package may use {@code
 * numbers}, to mask identification numbers of persons.
 */
package kz.qadam.chassis.language;
