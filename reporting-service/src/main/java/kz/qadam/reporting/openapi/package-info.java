/** What the OpenAPI document says that is declared elsewhere. It may use the declarations, and no answer. */
package kz.qadam.reporting.openapi;
