-- What is asked on occasion and was done in the same batch was tallied twice: such duties are counted again.

delete from duty_definitions
 where duty in (select duty from duty_periods where period = 'occasion');
