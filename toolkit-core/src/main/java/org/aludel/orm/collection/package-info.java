/**
 * Collections of other kinds than those of the JDK: values that stand for objects, and attributes
 * that are never loaded. Read {@link org.aludel.orm.collection.AssociationProxy} and {@link
 * org.aludel.orm.collection.WriteOnlyCollection}. Knows no session and no mapping: the flush looks
 * at the fields as ever.
 */
@NullMarked
package org.aludel.orm.collection;

import org.jspecify.annotations.NullMarked;
