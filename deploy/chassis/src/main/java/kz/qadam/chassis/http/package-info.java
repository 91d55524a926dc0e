/**
 * Requests and answers: who calls and how often, what a body may contain, how every failure is told, what lists, tables
 * and pages look like. It stands on {@code base}, and knows no endpoint.
 */
package kz.qadam.chassis.http;
