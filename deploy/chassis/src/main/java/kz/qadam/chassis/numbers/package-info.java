/** Recognises and masks the identification numbers of persons. The package uses no other package. */
package kz.qadam.chassis.numbers;
