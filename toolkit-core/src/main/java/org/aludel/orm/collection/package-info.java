/**
 * Collections of values that stand for collections of objects. Read {@link
 * org.aludel.orm.collection.AssociationProxy}. Knows no session and no mapping: what is done to a
 * view is done to the collection behind it, which the flush looks at as ever.
 */
@NullMarked
package org.aludel.orm.collection;

import org.jspecify.annotations.NullMarked;
