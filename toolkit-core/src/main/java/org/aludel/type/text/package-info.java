/**
 * Internal: the texts by which a server reads and writes values of types that drivers do not know;
 * one class a form. Knows values, but neither types nor JDBC. Source: PostgreSQL 18 §8.
 */
@NullMarked
package org.aludel.type.text;

import org.jspecify.annotations.NullMarked;
