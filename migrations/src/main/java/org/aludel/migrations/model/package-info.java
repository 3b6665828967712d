/**
 * Where the wanted schema comes from: {@link org.aludel.migrations.model.ModelSource} and its
 * kinds. Mapped classes are handed in as a MetaData; this package knows no class and no annotation.
 */
@NullMarked
package org.aludel.migrations.model;

import org.jspecify.annotations.NullMarked;
