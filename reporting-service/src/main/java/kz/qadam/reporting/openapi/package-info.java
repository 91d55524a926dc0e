/**
 * Completes the OpenAPI document with the lists that the code declares. It may use the dimensions and measures.
 */
package kz.qadam.reporting.openapi;
