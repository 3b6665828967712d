/**
 * Which class is stored in which table. Read {@link org.aludel.orm.mapping.Registry} first, the
 * immutable catalogue of one set of classes, then {@link org.aludel.orm.mapping.Mapper}, {@link
 * org.aludel.orm.mapping.BasicProperty} and {@link org.aludel.orm.mapping.Relationship}. Knows no
 * engine and no session, and needs no generated code until {@link
 * org.aludel.orm.mapping.Mapper#access()} is asked for.
 *
 * <p>More classes than the house allows in one package: the readers of annotations make values of
 * the public types and the registry calls the readers, so two packages would need each other.
 */
@NullMarked
package org.aludel.orm.mapping;

import org.jspecify.annotations.NullMarked;
