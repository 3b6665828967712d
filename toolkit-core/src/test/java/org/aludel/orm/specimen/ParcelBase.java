package org.aludel.orm.specimen;

import org.aludel.orm.annotation.TypeMap;
import org.aludel.orm.mapping.DeclarativeBase;

/** What parcels are below: text has no limit there, and euros are numbers. */
@TypeMap({TextType.class, EuroType.class})
public abstract class ParcelBase extends DeclarativeBase {}
