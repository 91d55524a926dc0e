/**
 * Completes the OpenAPI document with the lists that the code declares and the tables that endpoints also answer with.
 * It may use the dimensions, the names of their members and the measures.
 */
package kz.qadam.reporting.openapi;
