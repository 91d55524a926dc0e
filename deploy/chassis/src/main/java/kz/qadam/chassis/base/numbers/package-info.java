/** Recognises and masks the identification numbers of persons. */
package kz.qadam.chassis.base.numbers;
