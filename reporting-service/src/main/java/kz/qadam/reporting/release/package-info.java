/**
 * What the public sees: releases. A release is an immutable document that contains everything that is published about
 * one instant; {@link kz.qadam.reporting.release.DisclosureRule} decides what. The room is pure: it knows no database.
 */
package kz.qadam.reporting.release;
