/** Numbers that identify a person: where one is seen, and what is never repeated. */
package kz.qadam.chassis.numbers;
