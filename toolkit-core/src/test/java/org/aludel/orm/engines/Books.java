package org.aludel.orm.engines;

/** The base of the books: an interface, since a record extends no class. */
interface Books {}
