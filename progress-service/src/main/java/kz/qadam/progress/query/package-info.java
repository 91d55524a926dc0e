/** Reads query parameters and writes CSV for the resources of this service. It uses only the chassis. */
package kz.qadam.progress.query;
