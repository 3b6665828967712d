package org.aludel.orm.records;

/** The base of the catalogue: an interface, since a record extends no class. */
interface Atlas {}
