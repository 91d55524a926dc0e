/** Completes the OpenAPI documents of the services: problems, operation ids, examples and value schemas. */
package kz.qadam.chassis.http.openapi;
