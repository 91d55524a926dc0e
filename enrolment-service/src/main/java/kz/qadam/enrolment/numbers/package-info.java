/**
 * The rules of identification numbers and of document numbers. It may use only the JDK and the numbers of the chassis.
 */
package kz.qadam.enrolment.numbers;
