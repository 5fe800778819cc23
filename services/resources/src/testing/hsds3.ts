import type { DirectoryFolder } from "./directoryFolder";

/** A whole directory of HSDS 3.1, with something wrong in most files. */
export function writeHsds3(folder: DirectoryFolder): void {
  folder.write(
    "organizations.csv",
    "id,name,description,website,parent_organization_id",
    "o1,Example One,First,http://one.example,",
    "o2,Example Two,Second,javascript:alert(1),o1",
    "o3,,Nameless,,",
    "o4,Example Four,Orphan,,o9",
  );
  folder.write("programs.csv", "id,organization_id,name,description", "p1,o1,Program,Text", "p2,o9,Program,Text");
  folder.write(
    "services.csv",
    "id,organization_id,program_id,name,status,minimum_age,maximum_age,application_process,acceptance_mode,protected_program,last_modified",
    "s1,o1,p1,Counseling,active,12,100,Walk in any time,,,2023-03-15T10:30:45.123Z",
    "s2,o2,p9,Shelter,temporarily closed,old,,,walk-in,victim services,",
    's3,"o1,o2",,Two masters,active,,,,,,',
    "s4,o1,,No status,,,,,,,",
    "s5,o1,,Odd status,sometimes,,,,,,",
    "s1,o2,,Same id again,active,,,,,,",
  );
  folder.write(
    "locations.csv",
    "id,location_type,organization_id,name,latitude,longitude,confidential,front_gate_phone",
    "l1,physical,o1,Office,44.98,-93.26,,",
    "l2,physical,o9,Off the earth,100,101,,",
    "l3,physical,o2,Safe Place,45,-93,true,612-555-0199",
    "l4,virtual,,Half a point,44.9,,,",
  );
  folder.write(
    "service_at_location.csv",
    "id,service_id,location_id,description",
    "x1,s1,l1,Here",
    "x2,s9,l1,",
    "x3,s1,l9,",
    "x4,s9,l9,",
    "x5,s2,l3,Secret door",
  );
  folder.write(
    "addresses.csv",
    "id,location_id,address_1,city,state_province,postal_code,country,address_type",
    "a1,l1,1 Example Street,Minneapolis,MN,55401,US,physical",
    "a2,,2 Example Street,Minneapolis,MN,55401,US,physical",
    "a3,l1,,Minneapolis,MN,55401,US,physical",
    "a4,l1,PO Box,Minneapolis,MN,55401,US,pigeon",
  );
  folder.write("contacts.csv", "id,organization_id,name", "c1,o1,Front Desk");
  folder.write(
    "phones.csv",
    "id,service_id,organization_id,location_id,contact_id,number,extension,type",
    'h1,s1,o1,l1,,"(612) 555-0142 ext 7",,voice',
    "h2,s9,o1,,,612-555-0143,,voice",
    "h3,s9,o9,,,612-555-0144,,voice",
    "h4,,,,,612-555-0145,,voice",
    "h5,s1,,,,311,,voice",
    "h6,,,,c1,,,voice",
    'h7,"s9,s2,s1",,,,+442079460958,12,voice',
  );
  folder.write(
    "schedules.csv",
    "id,service_id,location_id,freq,byday,opens_at,closes_at,valid_from,timezone,description",
    'd1,s1,,WEEKLY,"MO,TU",10:00:00,18:00:00,2024-01-01,,',
    "d2,s1,,MONTHLY,2SA,09:00-06:00,12:00-06:00,,,",
    "d3,s1,,WEEKLY,WE,09:00Z,12:00Z,,,",
    "d4,s2,,WEEKLY,WE,09:00,12:00,,3,",
    "d5,s2,,,,,,,,By appointment",
    "d6,s2,,,,,,,,",
    "d7,,l1,WEEKLY,SU,08:00,09:00,soon,,",
  );
  folder.write("units.csv", "id,name,stale_after_hours", "u1,Bed,", "u2,Residential bed,168");
  folder.write(
    "service_capacity.csv",
    "id,service_id,unit_id,available,maximum,description,updated",
    "k1,s1,u1,12,10,Beds,2024-09-25T14:23:06.5+01:00",
    "k2,s1,u2,0,,Beds,2024-09-25T14:23:06Z",
    "k3,s1,u1,some,,Beds,2024-09-25T14:23:06Z",
    "k4,s1,u1,3,,Beds,",
  );
  folder.write("taxonomy_terms.csv", "id,name,parent_id", "t1,Meals,t2", "t2,Food,", 't3,Both,"t1,t9"');
  folder.write(
    "attributes.csv",
    "id,link_id,link_entity,taxonomy_term_id,value",
    "b1,s1,service,t1,",
    "b2,l1,location,t2,",
    "b3,s9,service,t1,",
    "b4,h1,phone,t1,",
    "b5,s1,service,t9,",
  );
  folder.write(
    "languages.csv",
    "id,service_id,location_id,phone_id,name,code",
    "g1,s1,,,Somali,so",
    "g2,,,h1,,es",
    "g3,s1,,,,",
  );
  folder.write("funding.csv", "id,organization_id,source", "f1,o1,County", "f2,o1,State");
}
