require('../start.js').start('rollback-db');
