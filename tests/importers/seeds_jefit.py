"""A small JEFIT backup in the shape that its importers describe, for the tests that damage it."""

from __future__ import annotations

SETTING = """\
### SETTING ##########################################

row_id,USERID,TIMESTAMP,gender,mass,length
1,1,"2026-01-01 00:00:00",M," kg"," cm"

######################################################

"""
ROUTINES = """\
### ROUTINES #########################################

_id,name,description
1,"Legs","three
lines
### of text"

######################################################

"""
SESSIONS = """\
### WORKOUT SESSIONS #################################

rowid,_id,USERID,total_time,starttime,endtime
1,1770220318,7,0,1770220318,1770223918

"""
LOGS = """\
### EXERCISE LOGS ####################################

USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,auto_generated
7,0,1,"60x10,64.9998x8",1,86.67,2026-02-04,21,"Barbell Squat",1,1770220318,1,
7,0,1,,2,26.67,2026-02-04,90,"Dumbbell Row",2,1770220318,1,
7,0,1,"100x5",3,116.67,2026-02-06,127,"Barbell Deadlift",3,0,2,

"""
SET_LOGS = """\
### EXERCISE SET LOGS ################################

_id,userid,exercise_log_id,set_index,weight_lbs,reps
1,7,1,0,132.2773,10
2,7,1,1,143.2996,8
3,7,2,0,70.5479,12

######################################################
"""

SEEDS: tuple[tuple[str, bytes], ...] = (
    ("jefit_backup.csv", (SETTING + ROUTINES + SESSIONS + LOGS + SET_LOGS).encode()),
)
