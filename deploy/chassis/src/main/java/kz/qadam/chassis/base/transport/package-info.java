/**
 * How callers reach the service: how browsers are committed to TLS, which proxies are believed, and how connections end
 * before a shutdown.
 */
package kz.qadam.chassis.base.transport;
