/**
 * Requests and answers: who calls and how often, what a body may contain, how each failure is answered, what lists, tables
 * and pages look like. It may use {@code base}, and knows no endpoint.
 */
package kz.qadam.chassis.http;
