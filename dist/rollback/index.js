require('../start.js').start('rollback');
