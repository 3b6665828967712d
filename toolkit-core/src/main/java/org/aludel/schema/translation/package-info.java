/**
 * The same model in other schemas, as tenants have it. Read {@link
 * org.aludel.schema.translation.SchemaTranslation} first. Knows no statement and no connection.
 */
@NullMarked
package org.aludel.schema.translation;

import org.jspecify.annotations.NullMarked;
